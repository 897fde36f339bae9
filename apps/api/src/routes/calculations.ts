import { createRoute, z } from '@hono/zod-openapi';
import { calculationRequestSchema, calculationSchema, calculatorListSchema } from '@lutai/contracts';
import { DeskError } from '@lutai/desk';
import { calculatorById, calculators, shippedRates } from '@lutai/law';
import { requireUser } from '../auth/require-role.ts';
import { body, createRouter, failures, json } from '../http/router.ts';

const tags = ['计算'];

const listRoute = createRoute({
  method: 'get',
  path: '/calculations',
  tags,
  summary: '各种计算和它们的表单',
  responses: { 200: json(calculatorListSchema, '计算的名称、依据和各项'), ...failures },
});

const calculateRoute = createRoute({
  method: 'post',
  path: '/calculations/{name}',
  tags,
  summary: '计算一次：结果、逐步的算法和依据、所用利率；缺什么列在 needs 里',
  request: { params: z.object({ name: z.string().min(1).max(50) }), ...body(calculationRequestSchema) },
  responses: { 200: json(calculationSchema, '计算'), ...failures },
});

/** Calculations know nothing of matters and keep nothing. */
export function calculationRoutes() {
  const router = createRouter();

  router.openapi(listRoute, (context) => {
    requireUser(context);
    const described = calculators.map(({ id, name, about, citations, fields }) => ({
      ...{ id, name, about, citations },
      fields: Object.entries(fields).map(([field, { required, choices, ...rest }]) => ({
        ...{ id: field, ...rest, required: required ?? false },
        ...(choices === undefined ? {} : { choices: [...choices] }),
      })),
    }));
    return context.json({ calculators: described, lprThrough: shippedRates().lpr.lastDay }, 200);
  });

  router.openapi(calculateRoute, (context) => {
    requireUser(context);
    const calculator = calculatorById(context.req.valid('param').name);
    if (calculator === undefined) throw new DeskError('not-found', '没有这种计算。');
    const outcome = calculator.run(context.req.valid('json'), shippedRates());
    if (outcome.kind === 'invalid') {
      const issues = outcome.issues.map(({ field, message }) => ({ path: field, message }));
      const message = '请求的内容不合格式，请检查标出的各项。';
      return context.json(
        { error: { code: 'invalid-input' as const, message, requestId: context.get('requestId'), issues } },
        400,
      );
    }
    return context.json({ calculator: calculator.id, name: calculator.name, ...outcome.calculation }, 200);
  });

  return router;
}
