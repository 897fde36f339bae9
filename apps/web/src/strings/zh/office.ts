import { auditActions } from './audit-actions.ts';

export const office = {
  archive: {
    title: '归档',
    placeholder: '按事项、客户或内容搜索',
    empty: '没有归档的事项',
    emptyBody: '答复送达并归档后，事项会出现在这里。',
    emptySearch: '没有符合的归档事项',
    count: (n: number) => `${n} 件`,
  },
  audit: {
    title: '审计日志',
    lead: '谁在什么时候做了什么。记录只增不改。',
    columns: { at: '时间', actor: '人员', action: '动作', subject: '对象' },
    empty: '还没有记录。',
    details: '详情',
    openMatter: '查看事项',
    system: '系统',
    actions: auditActions,
  },
  users: {
    title: '用户',
    create: '新建用户',
    columns: { name: '姓名', email: '邮箱', role: '角色', level: '级别', importance: '客户等级' },
    password: '初始密码',
    passwordHint: '至少 10 个字符。请通过安全的途径告诉本人。',
    generate: '生成',
    level: '级别',
    noLevel: '无级别',
    created: (name: string) => `已创建 ${name}`,
    submit: '创建',
    empty: '还没有用户。',
  },
};
