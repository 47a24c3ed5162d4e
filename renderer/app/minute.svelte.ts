/** The present minute as state: what is painted with it stays true without a reload. */
export interface Minute {
  readonly now: number;
}

/** Ticks at each full minute of `clock`; call it while a component is made, it ends with the component. */
export const createMinute = (clock: () => number): Minute => {
  let now = $state(clock());
  $effect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const wait = (): void => {
      timer = setTimeout(
        () => {
          now = clock();
          wait();
        },
        60_000 - (clock() % 60_000) + 20,
      );
    };
    wait();
    return () => clearTimeout(timer);
  });
  return {
    get now() {
      return now;
    },
  };
};
