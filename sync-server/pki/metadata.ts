/**
 * The certificate library registers its algorithms in a container that reads metadata of classes through `Reflect`. No
 * class of it carries any; so three functions over one map are enough, and they stay out of the way where a complete
 * polyfill is loaded. Import this before the library.
 */
const store = new WeakMap<object, Map<unknown, unknown>>();

const get = (key: unknown, target: object): unknown => store.get(target)?.get(key);
const define = (key: unknown, value: unknown, target: object): void => {
  const entries = store.get(target) ?? new Map<unknown, unknown>();
  store.set(target, entries.set(key, value));
};

if (!('getMetadata' in Reflect)) {
  Object.assign(Reflect, { getMetadata: get, getOwnMetadata: get, defineMetadata: define });
}
