import { type CalculationRequest, calculationSchema, calculatorListSchema } from '@lutai/contracts';
import { queryOptions } from '@tanstack/react-query';
import { request } from './request.ts';

export const calculatorsOptions = queryOptions({
  queryKey: ['calculators'],
  queryFn: ({ signal }) => request(calculatorListSchema, '/api/calculations', { signal }),
  staleTime: 10 * 60_000,
});

export function calculate(name: string, body: CalculationRequest, signal?: AbortSignal) {
  return request(calculationSchema, `/api/calculations/${encodeURIComponent(name)}`, { method: 'POST', body, signal });
}
