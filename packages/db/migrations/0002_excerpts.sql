ALTER TABLE "corpus_state" ADD COLUMN "cases_version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "law_sources" ADD COLUMN "excerpt" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "law_sources" ADD COLUMN "supersedes" jsonb DEFAULT '[]'::jsonb NOT NULL;