import path from 'node:path';

/** Where keys and certificates lie: a folder `pki` within the data folder. */
export interface PkiFolder {
  /** Which way was chosen, in JSON. */
  readonly choice: string;
  /** Key and certificate of the own authority, PEM. */
  readonly authority: string;
  /** Key and chain the own authority has issued for the server, PEM. */
  readonly issued: string;
  /** Key and chain that were uploaded, PEM. */
  readonly uploaded: string;
}

export const toPkiFolder = (dataDir: string): PkiFolder => {
  const folder = path.join(dataDir, 'pki');
  return {
    choice: path.join(folder, 'choice.json'),
    authority: path.join(folder, 'authority.pem'),
    issued: path.join(folder, 'issued.pem'),
    uploaded: path.join(folder, 'uploaded.pem'),
  };
};
