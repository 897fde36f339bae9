import { ModelError, type ModelErrorCode } from '@lutai/model';

const words: Record<ModelErrorCode, string> = {
  unauthorized: '密钥无效或没有权限',
  'rate-limited': '请求过于频繁或额度用尽',
  'server-error': '服务出错',
  unreachable: '连接不上服务',
  interrupted: '回复中断',
  timeout: '超时',
  cancelled: '已取消',
  'context-length': '内容超出长度限制',
  refused: '拒绝回答',
  truncated: '回复超出长度而被截断',
  malformed: '回复格式无法识别',
  'wrong-shape': '回复内容不完整',
  'bad-request': '请求不被接受',
};

/** Why the language model failed, for the agent who reads the draft. */
export function failureWords(error: unknown): string {
  return error instanceof ModelError ? words[error.code] : '内部错误';
}
