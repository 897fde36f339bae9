import path from 'node:path';
import type { ModelStage } from '@lutai/desk';
import { z } from 'zod';

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const httpUrl = z.url({ protocol: /^https?$/, error: '须是 http(s) 网址' });
const onOrOff = z.enum(['on', 'off'], { error: '须是 on 或 off' });
const price = z.coerce
  .number({ error: '须是不小于 0 的数，单位为元／百万词元' })
  .min(0, { error: '须是不小于 0 的数' });
/** The characters that GB 45438-2025, annex E, wants in a label. */
const producer = z
  .string()
  .regex(/^[!#-[\]-~]{1,64}$/, { error: '须是 1 到 64 个可打印的 ASCII 字符，不含空格、引号和反斜杠' });
const databaseUrl = z.url({ protocol: /^postgres(ql)?$/, error: '须是 postgres:// 网址' });

const environmentSchema = z
  .object({
    PORT: z.coerce.number({ error: '须是 0 到 65535 的整数' }).int().min(0).max(65_535).default(8787),
    HOST: z.string().default('127.0.0.1'),
    LUTAI_DATA: z.string().default('.lutai'),
    DATABASE_URL: databaseUrl.optional(),
    OPENAI_BASE_URL: httpUrl.optional(),
    OPENAI_API_KEY: z.string().optional(),
    LUTAI_MODEL: z.string().optional(),
    LUTAI_MODEL_CACHE: z.string().optional(),
    LUTAI_MODEL_PRICE_IN: price.optional(),
    LUTAI_MODEL_PRICE_OUT: price.optional(),
    LUTAI_MODEL_REWRITE: onOrOff.default('on'),
    LUTAI_MODEL_HYDE: onOrOff.default('on'),
    LUTAI_MODEL_RERANK: onOrOff.default('on'),
    LUTAI_EMBEDDING_MODEL: z.string().optional(),
    LUTAI_SECRET: z.string().min(32, { error: '至少 32 个字符' }).optional(),
    LUTAI_PUBLIC_URL: httpUrl.optional(),
    LUTAI_AIGC_PRODUCER: producer.default('Lutai'),
    LOG_LEVEL: z.enum(logLevels, { error: `须是 ${logLevels.join('、')} 之一` }).optional(),
  })
  .superRefine((values, context) => {
    const reachable = values.OPENAI_BASE_URL !== undefined || values.OPENAI_API_KEY !== undefined;
    for (const name of ['LUTAI_MODEL', 'LUTAI_EMBEDDING_MODEL'] as const) {
      if (values[name] === undefined || reachable) continue;
      context.addIssue({ code: 'custom', path: [name], message: '还须设置 OPENAI_BASE_URL 或 OPENAI_API_KEY' });
    }
    const prices = ['LUTAI_MODEL_PRICE_IN', 'LUTAI_MODEL_PRICE_OUT'] as const;
    const missing = prices.filter((name) => values[name] === undefined);
    if (missing.length === 1) {
      context.addIssue({ code: 'custom', path: missing, message: '输入和输出的单价须一并设置' });
    }
  });

/** Where the OpenAI-compatible endpoint is; a server of one's own often needs no key. */
export type ModelEndpoint = { baseUrl: string; apiKey: string };

export type Environment = {
  port: number;
  host: string;
  /** Absolute. */
  dataFolder: string;
  databaseUrl: string | null;
  endpoint: ModelEndpoint;
  model: string | null;
  /** Yuan for a million tokens; null where no price is set. */
  modelPrice: { input: number; output: number } | null;
  /** Absolute; null where replies are not kept. */
  modelCacheFolder: string | null;
  /** What the model does for the search of a draft, where there is one. */
  modelStages: ModelStage[];
  embeddingModel: string | null;
  secret: string | null;
  /** Address under which browsers reach the desk, without a trailing slash; null when it is the listening address. */
  publicUrl: string | null;
  /** Name or code of the service, as it stands in the implicit label of files. */
  aigcProducer: string;
  /** Null where unset: a server then tells more than a single command. */
  logLevel: (typeof logLevels)[number] | null;
};

const stageVariables = {
  rewrite: 'LUTAI_MODEL_REWRITE',
  hyde: 'LUTAI_MODEL_HYDE',
  rerank: 'LUTAI_MODEL_RERANK',
} as const satisfies Record<ModelStage, string>;

/** `issues` names every bad variable, one each. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
}

/** The only reader of `process.env`. Empty means unset. Throws EnvironmentError with all that is wrong at once. */
export function readEnvironment(source: NodeJS.ProcessEnv = process.env): Environment {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}：${issue.message}`);
    throw new EnvironmentError(`环境变量有误，请改正后再启动：\n${[...new Set(lines)].join('\n')}`);
  }
  const values = parsed.data;
  return {
    port: values.PORT,
    host: values.HOST,
    dataFolder: path.resolve(values.LUTAI_DATA),
    databaseUrl: values.DATABASE_URL ?? null,
    endpoint: {
      baseUrl: values.OPENAI_BASE_URL ?? 'https://api.openai.com/v1',
      apiKey: values.OPENAI_API_KEY ?? 'none',
    },
    model: values.LUTAI_MODEL ?? null,
    modelPrice:
      values.LUTAI_MODEL_PRICE_IN === undefined || values.LUTAI_MODEL_PRICE_OUT === undefined
        ? null
        : { input: values.LUTAI_MODEL_PRICE_IN, output: values.LUTAI_MODEL_PRICE_OUT },
    modelCacheFolder: values.LUTAI_MODEL_CACHE === undefined ? null : path.resolve(values.LUTAI_MODEL_CACHE),
    modelStages: (['rewrite', 'hyde', 'rerank'] as const).filter((stage) => values[stageVariables[stage]] === 'on'),
    embeddingModel: values.LUTAI_EMBEDDING_MODEL ?? null,
    secret: values.LUTAI_SECRET ?? null,
    publicUrl: values.LUTAI_PUBLIC_URL === undefined ? null : new URL(values.LUTAI_PUBLIC_URL).origin,
    aigcProducer: values.LUTAI_AIGC_PRODUCER,
    logLevel: values.LOG_LEVEL ?? null,
  };
}
