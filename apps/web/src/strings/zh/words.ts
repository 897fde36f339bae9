import type {
  AgentLevel,
  Area,
  Channel,
  CitationState,
  Complexity,
  DateSource,
  DeliveryState,
  Importance,
  JobState,
  LawLevel,
  MatterKind,
  MatterStatus,
  Outcome,
  Role,
  Support,
  Urgency,
} from '@lutai/contracts';

const status: Record<MatterStatus, string> = {
  received: '待起草',
  drafting: '正在起草',
  'in-review': '待审核',
  approved: '待送达',
  answered: '已答复',
  archived: '已归档',
};
const clientStatus: Record<MatterStatus, string> = {
  received: '正在分析',
  drafting: '正在分析',
  'in-review': '人工审核中',
  approved: '正在送达',
  answered: '已答复',
  archived: '已归档',
};
const kind: Record<MatterKind, string> = {
  consultation: '咨询',
  complaint: '投诉',
  mediation: '调解',
  drafting: '文书起草',
  review: '文书审核',
};
const channel: Record<Channel, string> = {
  portal: '客户门户',
  email: '电子邮件',
  phone: '电话',
  visit: '来访',
  video: '视频',
  wechat: '微信',
};
const area: Record<Area, string> = {
  'marriage-family': '婚姻家庭',
  inheritance: '继承',
  labour: '劳动争议',
  'work-injury': '工伤',
  lending: '民间借贷',
  contract: '合同',
  lease: '租赁',
  'real-estate': '房产',
  'property-management': '物业',
  traffic: '交通事故',
  tort: '侵权',
  medical: '医疗',
  consumer: '消费',
  'online-trade': '网络交易',
  enforcement: '执行',
  neighbours: '相邻关系',
  criminal: '刑事',
  administrative: '行政',
  company: '公司',
  other: '其他',
};
const lawLevel: Record<LawLevel, string> = {
  constitution: '宪法',
  law: '法律',
  'administrative-regulation': '行政法规',
  interpretation: '司法解释',
  'departmental-rule': '部门规章',
  'local-regulation': '地方性法规',
  other: '其他',
};
const urgency: Record<Urgency, string> = { normal: '一般', urgent: '较急', critical: '紧急' };
const complexity: Record<Complexity, string> = { simple: '简单', moderate: '中等', complex: '复杂' };
const importance: Record<Importance, string> = { standard: '一般客户', priority: '优先客户', key: '重点客户' };
const citationState: Record<CitationState, string> = {
  ok: '已核对',
  'not-found': '查无此条',
  'not-in-force': '当日不适用',
  misquoted: '引文有误',
  ambiguous: '指向不明',
  unchecked: '未核对',
};
const support: Record<Support, string> = {
  supported: '条文支持',
  doubtful: '存疑',
  contradicted: '与条文相反',
  'none-claimed': '未作论断',
};
const outcome: Record<Outcome, string> = {
  answered: '可以答复',
  'needs-facts': '需要补充事实',
  'insufficient-basis': '依据不足',
};
const delivery: Record<DeliveryState, string> = {
  queued: '等待送达',
  sending: '正在送达',
  sent: '已送达',
  failed: '送达失败',
  uncertain: '送达结果不明',
  void: '已作废',
};
const job: Record<JobState, string> = {
  queued: '排队中',
  running: '进行中',
  done: '已完成',
  failed: '失败',
  cancelled: '已取消',
};
const role: Record<Role, string> = {
  client: '客户',
  agent: '法律客服',
  'knowledge-manager': '知识管理员',
  supervisor: '主管',
  admin: '管理员',
};
const level: Record<AgentLevel, string> = { junior: '初级', intermediate: '中级', senior: '高级', specialist: '专业' };
const dateSource: Record<DateSource, string> = {
  'front-matter': '文件说明',
  catalogue: '目录',
  header: '题注',
  'closing-article': '施行条款',
  'file-name': '文件名',
  'later-version': '后一文本',
  none: '无来源',
};

export const words = {
  status,
  clientStatus,
  kind,
  channel,
  area,
  lawLevel,
  urgency,
  complexity,
  importance,
  citationState,
  support,
  outcome,
  delivery,
  job,
  role,
  level,
  dateSource,
  drafter: { extractive: '摘录', model: '语言模型' },
  /** How triage names the fields that its reasons are about. */
  triageField: {
    area: '领域',
    urgency: '紧急',
    complexity: '复杂',
    priority: '优先级',
    dueInHours: '时限',
    importance: '客户',
  } as Record<string, string>,
};
