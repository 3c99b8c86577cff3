import { spawnSync } from 'node:child_process'

/**
 * Runs npm in a folder, by the Node that runs npm already: the project's own may lie in the folder that npm is about to replace. What npm
 * says on the way goes to stderr where it installs, for a command's stdout stays its own.
 * @param {string} folder
 * @param {string[]} args
 */
export function npm(folder, args) {
  const { npm_execpath: path, npm_node_execpath: node = process.execPath } = process.env
  const [command, first] = path ? [node, [path]] : ['npm', []]
  const { status } = spawnSync(command, [...first, ...args], {
    cwd: folder,
    stdio: ['ignore', args[0] === 'ci' ? 2 : 1, 2],
    shell: command === 'npm' && process.platform === 'win32',
  })
  return status ?? 1
}
