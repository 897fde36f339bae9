import { randomBytes } from 'node:crypto';
import { levels, roles } from '@lutai/contracts';
import { defineCommand } from 'citty';
import { UsageError } from '../command-error.ts';
import { withDesk } from '../desk-access/with-desk.ts';
import { print, printJson } from '../output/print.ts';
import { refuseSurplus, sharedOptions } from './shared-options.ts';

const add = defineCommand({
  meta: { name: 'add', description: '添加一个账号；不给密码时随机生成并打印一次' },
  args: {
    email: { type: 'positional', required: true, description: '邮箱', valueHint: '邮箱' },
    name: { type: 'string', description: '姓名（默认取邮箱名）', valueHint: '姓名' },
    role: { type: 'enum', options: [...roles], default: 'client', description: '角色' },
    level: { type: 'enum', options: [...levels], description: '客服级别（角色为 agent 时，默认 junior）' },
    password: { type: 'string', description: '密码，至少 10 个字符', valueHint: '密码' },
    ...sharedOptions,
  },
  async run({ args }) {
    refuseSurplus(args._, 1);
    if (args.level !== undefined && args.role !== 'agent') throw new UsageError('--level 只用于角色 agent。');
    const password = args.password ?? randomBytes(12).toString('base64url');
    if (password.length < 10) throw new UsageError('密码至少 10 个字符。');
    const user = await withDesk(args.data, (desk) =>
      desk.addUser({
        email: args.email,
        name: args.name ?? args.email.split('@')[0] ?? args.email,
        role: args.role,
        level: args.role === 'agent' ? (args.level ?? 'junior') : null,
        password,
      }),
    );
    const given = args.password === undefined ? { password } : {};
    if (args.json) printJson({ user, ...given });
    else {
      print(
        `已添加 ${user.name} <${user.email}>，角色 ${user.role}${user.level === null ? '' : `（${user.level}）`}。`,
      );
      if (args.password === undefined) print(`密码：${password}（只显示这一次）`);
    }
    return 0;
  },
});

export const user = defineCommand({ meta: { name: 'user', description: '账号' }, subCommands: { add } });
