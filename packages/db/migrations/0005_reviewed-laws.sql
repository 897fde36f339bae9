CREATE TABLE "reviewed_laws" (
	"law_id" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"version_id" text NOT NULL,
	"effective_from" date,
	"effective_to" date,
	"articles" jsonb NOT NULL
);
--> statement-breakpoint
DROP INDEX "law_reviews_subject";--> statement-breakpoint
DROP INDEX "answered_cases_matter";--> statement-breakpoint
ALTER TABLE "corpus_state" ADD COLUMN "reviewed_version" integer;--> statement-breakpoint
CREATE UNIQUE INDEX "law_reviews_subject" ON "law_reviews" USING btree ("subject_type","subject_id","version_id","article") WHERE "law_reviews"."decision" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "answered_cases_matter" ON "answered_cases" USING btree ("matter_id") WHERE "answered_cases"."status" in ('active', 'held');