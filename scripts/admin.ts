import { AccessFault } from '@/lib/access/fault';
import { NoDemoError } from '@/lib/org/server';
import { prisma } from '@/lib/platform/db';
import { ADMIN_COMMANDS, type AdminCommand, UsageError } from './admin-commands';

const EXIT = { good: 0, fault: 1, usage: 2 } as const;

process.exitCode = await main(process.argv.slice(2));
await prisma.$disconnect();

async function main(args: string[]): Promise<number> {
  const [topic = '', verb = '', ...rest] = args;
  const command = ADMIN_COMMANDS[`${topic} ${verb}`];
  if (!command) {
    const said = args.length === 0 ? '' : `There is no command "${topic} ${verb}".\n`;
    console.error(`${said}${usage()}`);
    return EXIT.usage;
  }
  try {
    for (const line of await command.run(rest)) console.log(line);
    return EXIT.good;
  } catch (error) {
    return tell(error, command);
  }
}

function tell(error: unknown, command: AdminCommand): number {
  if (error instanceof UsageError) {
    console.error(`${error.message}\nusage: npm run admin -- ${command.usage}`);
    return EXIT.usage;
  }
  if (error instanceof AccessFault || error instanceof NoDemoError) console.error(error.message);
  else console.error(`It did not work, and nothing was changed: ${messageOf(error)}`);
  return EXIT.fault;
}

function usage(): string {
  const lines = Object.values(ADMIN_COMMANDS).map((command) => `  ${command.usage}`);
  return `usage: npm run admin -- COMMAND\n${lines.join('\n')}`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
