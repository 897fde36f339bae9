import { approveAs, backUp, commandLine, composeDesk, createAccount, createLogger } from '@lutai/api/desk';
import type { Environment } from '@lutai/api/env';
import { createUserRequestSchema } from '@lutai/contracts';
import { CommandError } from '../command-error.ts';
import { repository } from '../repository.ts';
import type { DeskAccess } from './desk-access.ts';

/** Opens the desk in this process; its worker does not run. */
export async function openDeskDirectly(environment: Environment): Promise<DeskAccess> {
  const logger = createLogger(environment.logLevel ?? 'warn');
  const desk = await composeDesk({ ...environment, logger, repository, webFolder: null });
  const { verbs } = desk.deps;
  return {
    search: (input) => verbs.search(input),
    ask: (input, signal) => verbs.ask(input, { signal }),
    citeCheck: (input) => verbs.citeCheck(input),
    ingest: (input, work) => verbs.ingest({ ...input, actor: commandLine }, work),
    async reindex(work) {
      await verbs.reindex(work);
      return verbs.status();
    },
    status: () => verbs.status(),
    loadStarterCorpus: (work) => verbs.loadStarterCorpus(work),
    backup: (folder) => backUp(desk.deps, { folder }),
    async addUser(user) {
      const parsed = createUserRequestSchema.safeParse(user);
      if (!parsed.success) throw new CommandError('invalid-input', '账号内容不合格式，请检查邮箱和姓名。');
      return createAccount(desk.deps, { actor: commandLine, account: parsed.data });
    },
    approve: (input) => approveAs(desk.deps, input),
    close: () => desk.close(),
  };
}
