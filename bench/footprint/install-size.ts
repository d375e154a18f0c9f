import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** Size on disk of the installed packages, in MiB. */
export interface InstallSize {
  readonly all: number;
  /** Packages that `npm ci --omit=dev` installs. */
  readonly production: number;
}

export const installSize = (): InstallSize => ({
  all: diskMib(['node_modules']),
  production: diskMib(productionFolders()),
});

function productionFolders(): readonly string[] {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    readonly packages: Readonly<Record<string, { readonly dev?: boolean; readonly devOptional?: boolean }>>;
  };
  const isTopLevel = (folder: string) => folder.lastIndexOf('node_modules/') === 0;
  return Object.entries(packages)
    .filter(([folder, { dev, devOptional }]) => isTopLevel(folder) && !dev && !devOptional)
    .map(([folder]) => folder);
}

/** Disk usage as `du` counts it; missing folders (packages for other platforms) count as 0. */
function diskMib(folders: readonly string[]): number {
  const present = folders.filter((folder) => existsSync(folder));
  const total =
    execFileSync('du', ['-sck', ...present], { encoding: 'utf8' })
      .trimEnd()
      .split('\n')
      .at(-1) ?? '';
  return Number.parseInt(total, 10) / 1_024;
}
