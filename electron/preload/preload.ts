import { contextBridge } from 'electron';
import { DESKTOP_CONTRACT_NAME, type DesktopContract } from '../../renderer/platform/desktop-contract.ts';

const SERVER_ARGUMENT = '--umlauf-server=';

const toPlatform = (platform: NodeJS.Platform): DesktopContract['platform'] =>
  platform === 'win32' ? 'windows' : platform === 'darwin' ? 'mac' : 'linux';

const contract: DesktopContract = {
  serverAddress:
    process.argv.find((argument) => argument.startsWith(SERVER_ARGUMENT))?.slice(SERVER_ARGUMENT.length) ??
    '',
  platform: toPlatform(process.platform),
};

contextBridge.exposeInMainWorld(DESKTOP_CONTRACT_NAME, contract);
