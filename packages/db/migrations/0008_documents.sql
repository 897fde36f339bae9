CREATE TABLE "document_files" (
	"sha256" text PRIMARY KEY NOT NULL,
	"bytes" "bytea" NOT NULL,
	"size" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "document_revisions" (
	"revision_id" text PRIMARY KEY NOT NULL,
	"document_id" text NOT NULL,
	"values" jsonb NOT NULL,
	"missing" jsonb NOT NULL,
	"problems" jsonb NOT NULL,
	"review" jsonb,
	"file_sha256" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "documents" (
	"id" text PRIMARY KEY NOT NULL,
	"matter_id" text NOT NULL,
	"draft_id" text NOT NULL,
	"kind" text NOT NULL,
	"template_id" text,
	"title" text NOT NULL,
	"requested_fields" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"source_sha256" text,
	"source_name" text,
	"source_format" text,
	"source_text" text,
	"client_filled_at" timestamp with time zone,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"discarded_at" timestamp with time zone,
	CONSTRAINT "documents_draft_id_unique" UNIQUE("draft_id")
);
--> statement-breakpoint
DROP INDEX "drafts_open";--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "kind" text DEFAULT 'answer' NOT NULL;--> statement-breakpoint
ALTER TABLE "document_revisions" ADD CONSTRAINT "document_revisions_revision_id_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_revisions" ADD CONSTRAINT "document_revisions_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_revisions" ADD CONSTRAINT "document_revisions_file_sha256_document_files_sha256_fk" FOREIGN KEY ("file_sha256") REFERENCES "public"."document_files"("sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_matter_id_matters_id_fk" FOREIGN KEY ("matter_id") REFERENCES "public"."matters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_draft_id_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."drafts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_source_sha256_document_files_sha256_fk" FOREIGN KEY ("source_sha256") REFERENCES "public"."document_files"("sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "document_revisions_document" ON "document_revisions" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "documents_matter" ON "documents" USING btree ("matter_id");--> statement-breakpoint
CREATE UNIQUE INDEX "documents_source" ON "documents" USING btree ("matter_id","source_sha256") WHERE "documents"."discarded_at" is null;--> statement-breakpoint
CREATE INDEX "documents_client_filled" ON "documents" USING btree ("matter_id") WHERE "documents"."client_filled_at" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "drafts_open" ON "drafts" USING btree ("matter_id") WHERE "drafts"."kind" = 'answer' and "drafts"."status" in ('drafting', 'ready', 'failed');--> statement-breakpoint
CREATE TRIGGER document_revisions_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON document_revisions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER document_files_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON document_files
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
