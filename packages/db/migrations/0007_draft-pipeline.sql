ALTER TABLE "drafts" ADD COLUMN "route" text;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "risk" jsonb;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "practitioner_text" text;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "trace" jsonb;