import type { JobEvent, MatterDetail, MatterEvent } from '@lutai/contracts';
import { type GetJobDeps, type GetMatterDeps, getJob, getMatter } from '@lutai/desk';
import { Hono } from 'hono';
import { toActor } from '../auth/actor.ts';
import { corpusKeepers, requireRole, requireUser, staff } from '../auth/require-role.ts';
import type { EventBus } from '../events/event-bus.ts';
import { streamEvents } from '../events/stream-events.ts';
import type { ApiEnvironment } from '../http/api-environment.ts';

export type EventRouteDeps = GetJobDeps &
  GetMatterDeps & {
    matterEvents: EventBus<MatterEvent>;
    jobEvents: EventBus<JobEvent>;
    closing: AbortSignal;
  };

const tickMs = 10_000;
const jobTickMs = 1_000;
const finished = new Set(['done', 'failed', 'cancelled']);

/** Server-sent events. What happened in another process is found at the next tick. */
export function eventRoutes(deps: EventRouteDeps) {
  return new Hono<ApiEnvironment>()
    .get('/matters/:id/events', async (context) => {
      const actor = toActor(requireUser(context));
      const matterId = context.req.param('id');
      const onDesk = staff.some((role) => role === actor.role);
      const seen = createMatterWatch(await getMatter(deps, { actor, matterId }));
      return streamEvents<MatterEvent>(context, {
        subscribe: (listener) =>
          deps.matterEvents.subscribe(matterId, (event) => {
            const shown = onDesk ? event : withoutDraft(event);
            if (shown !== null) listener(shown);
          }),
        refresh: async () => seen(await getMatter(deps, { actor, matterId })),
        isLast: () => false,
        supersedes: (newer, older) => newer.type === 'draft-text' && older.type === 'draft-text',
        tickMs,
        closing: deps.closing,
      });
    })
    .get('/jobs/:id/events', async (context) => {
      requireRole(context, corpusKeepers);
      const jobId = context.req.param('id');
      await getJob(deps, { jobId });
      return streamEvents<JobEvent>(context, {
        subscribe: (listener) => deps.jobEvents.subscribe(jobId, listener),
        refresh: async () => [{ type: 'job', job: await getJob(deps, { jobId }) }],
        isLast: ({ job }) => finished.has(job.state),
        supersedes: () => true,
        tickMs: jobTickMs,
        closing: deps.closing,
      });
    });
}

/** Who is not of the desk sees that a matter moves, and nothing of a draft before a person has approved it. */
function withoutDraft(event: MatterEvent): MatterEvent | null {
  if (event.type === 'draft-text') return null;
  return event.type === 'draft-step' ? { ...event, detail: '' } : event;
}

/** The status always first; later only what changed since the last look. */
function createMatterWatch(start: MatterDetail): (matter: MatterDetail) => MatterEvent[] {
  let status: string | null = null;
  let lastMessage = start.messages.at(-1)?.id;
  return ({ matter, messages }) => {
    const events: MatterEvent[] = [];
    if (matter.status !== status) events.push({ type: 'status', matterId: matter.id, status: matter.status });
    const newest = messages.at(-1)?.id;
    if (newest !== undefined && newest !== lastMessage) {
      events.push({ type: 'message', matterId: matter.id, messageId: newest });
    }
    status = matter.status;
    lastMessage = newest;
    return events;
  };
}
