import type { Command, Option } from 'commander';

type Shell = 'bash' | 'zsh' | 'fish';

/** A command and its path below the program: `model pull`. */
interface Place {
  readonly path: string;
  readonly command: Command;
}

/** Returns a script for a shell that completes the commands and options of a program, and otherwise file names. */
export function completionScript(shell: Shell, program: Command): string {
  const places = placesBelow(program, '');
  const scripts = { bash: bashScript, zsh: zshScript, fish: fishScript };
  return scripts[shell](program.name(), places);
}

const placesBelow = (command: Command, path: string): readonly Place[] => [
  { path, command },
  ...command.commands.flatMap((child) => placesBelow(child, `${path} ${child.name()}`.trim())),
];

function bashScript(name: string, places: readonly Place[]): string {
  const cases = places.map(({ path, command }) => `    ${quoted(path)}) words=${quoted(wordsOf(command))} ;;`);
  return `# Completion of ${name} for bash.
_${name}() {
  local current=\${COMP_WORDS[COMP_CWORD]} place= word words=
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$place $word" in
${entering(places)}
    esac
  done
  case "$place" in
${cases.join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  [[ \${#COMPREPLY[@]} -gt 0 ]] || COMPREPLY=($(compgen -f -- "$current"))
}
complete -o filenames -F _${name} ${name}
`;
}

/** Shell cases that map the current command and the next word to a subcommand; the same in bash and zsh. */
const entering = (places: readonly Place[]): string =>
  places
    .filter(({ path }) => path !== '')
    .map(({ path }) => `      ${quoted(leading(path))}) place=${quoted(path)} ;;`)
    .join('\n');

/** The pattern `place word` that selects a command; for top-level commands `place` is empty. */
const leading = (path: string): string => (path.includes(' ') ? path : ` ${path}`);

function zshScript(name: string, places: readonly Place[]): string {
  const cases = places.map(({ path, command }) => {
    const described = [
      ...command.commands.map((child) => [child.name(), child.description()] as const),
      ...flagsOf(command).map(({ flag, option }) => [flag, option.description] as const),
      ...choicesOf(command).map((choice) => [choice, ''] as const),
    ];
    const items = described.map(([word, text]) => `      ${quoted(`${word}:${text.replaceAll(':', ' ')}`)}`);
    return `    ${quoted(path)}) items=(\n${items.join('\n')}\n    ) ;;`;
  });
  return `#compdef ${name}
_${name}() {
  local place= word
  local -a items
  for word in \${words[2,CURRENT-1]}; do
    case "$place $word" in
${entering(places)}
    esac
  done
  case "$place" in
${cases.join('\n')}
  esac
  _describe ${name} items || _files
}
_${name} "$@"
`;
}

function fishScript(name: string, places: readonly Place[]): string {
  const lines = places.flatMap(({ path, command }) => {
    const condition = fishCondition(path, command);
    const commands = command.commands.map(
      (child) => `complete -c ${name} -f -n ${condition} -a ${child.name()} -d ${quoted(child.description())}`,
    );
    const choices = choicesOf(command).map((choice) => `complete -c ${name} -f -n ${condition} -a ${choice}`);
    const options = command.options.map((option) => {
      const short = option.short ? ` -s ${option.short.slice(1)}` : '';
      const long = option.long ? ` -l ${option.long.slice(2)}` : '';
      const value = option.required ? ' -r' : '';
      return `complete -c ${name} -n ${condition}${short}${long}${value} -d ${quoted(option.description)}`;
    });
    return [...commands, ...choices, ...options];
  });
  return `# Completion of ${name} for fish.\n${lines.join('\n')}\n`;
}

function fishCondition(path: string, { commands }: Command): string {
  if (path === '') return '__fish_use_subcommand';
  const seen = path.split(' ').map((word) => `__fish_seen_subcommand_from ${word}`);
  const below = commands.map((child) => child.name()).join(' ');
  return quoted([...seen, ...(below ? [`not __fish_seen_subcommand_from ${below}`] : [])].join('; and '));
}

/** All words that may follow a command. */
const wordsOf = (command: Command): string =>
  [
    ...command.commands.map((child) => child.name()),
    ...choicesOf(command),
    ...flagsOf(command).map(({ flag }) => flag),
  ].join(' ');

const flagsOf = ({ options }: Command): ReadonlyArray<{ readonly flag: string; readonly option: Option }> =>
  options.flatMap((option) =>
    [option.short, option.long].flatMap((flag) => (flag === undefined ? [] : [{ flag, option }])),
  );

const choicesOf = (command: Command): readonly string[] =>
  command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? []);

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
