import { Argument, Command } from 'commander';

const HELP = `
Examples:
  bash: rag completion bash > ~/.local/share/bash-completion/completions/rag
  zsh:  rag completion zsh > "\${fpath[1]}/_rag"
  fish: rag completion fish > ~/.config/fish/completions/rag.fish`;

export const completionCommand = (): Command =>
  new Command('completion')
    .description('print a script that completes commands and options in a shell')
    .addArgument(new Argument('<shell>').choices(['bash', 'zsh', 'fish']))
    .addHelpText('after', HELP)
    .action(async (shell: 'bash' | 'zsh' | 'fish', _options: unknown, command: Command) => {
      const { completionScript } = await import('../output/completion-script.js');
      process.stdout.write(completionScript(shell, command.parent ?? command));
    });
