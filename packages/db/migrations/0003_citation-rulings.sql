CREATE TABLE "citation_rulings" (
	"id" text PRIMARY KEY NOT NULL,
	"draft_id" text NOT NULL,
	"revision_id" text NOT NULL,
	"finding_key" text NOT NULL,
	"raw" text NOT NULL,
	"finding" text NOT NULL,
	"reason" text NOT NULL,
	"ruled_by" text NOT NULL,
	"ruled_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "law_reviews" (
	"id" text PRIMARY KEY NOT NULL,
	"law_id" text NOT NULL,
	"version_id" text NOT NULL,
	"article" text NOT NULL,
	"change" text NOT NULL,
	"changed_on" date,
	"subject_type" text NOT NULL,
	"subject_id" text NOT NULL,
	"subject_title" text NOT NULL,
	"matter_id" text,
	"citation" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"decision" text,
	"note" text,
	"decided_by" text,
	"decided_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "matters" ADD COLUMN "facts_date_reading" jsonb;--> statement-breakpoint
ALTER TABLE "matters" ADD COLUMN "nearest_deadline" date;--> statement-breakpoint
ALTER TABLE "citation_rulings" ADD CONSTRAINT "citation_rulings_draft_id_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."drafts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "citation_rulings" ADD CONSTRAINT "citation_rulings_revision_id_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "citation_rulings" ADD CONSTRAINT "citation_rulings_ruled_by_users_id_fk" FOREIGN KEY ("ruled_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "law_reviews" ADD CONSTRAINT "law_reviews_law_id_laws_id_fk" FOREIGN KEY ("law_id") REFERENCES "public"."laws"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "law_reviews" ADD CONSTRAINT "law_reviews_matter_id_matters_id_fk" FOREIGN KEY ("matter_id") REFERENCES "public"."matters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "law_reviews" ADD CONSTRAINT "law_reviews_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "citation_rulings_standing" ON "citation_rulings" USING btree ("draft_id","finding_key") WHERE "citation_rulings"."withdrawn_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "law_reviews_subject" ON "law_reviews" USING btree ("subject_type","subject_id","version_id","article");--> statement-breakpoint
CREATE INDEX "law_reviews_open" ON "law_reviews" USING btree ("opened_at") WHERE "law_reviews"."decision" is null;