import type { LocalFile } from "../../workspace/local-files.ts";
import type { ProcessingStatus } from "./file-book.ts";
import type { UploadTicket } from "./upload-tickets.ts";

/** A file as Together answers it (`FileResponse`), with OpenAI's `status` beside. */
export function fileView(file: LocalFile, status: ProcessingStatus): object {
  return {
    id: file.id,
    object: "file",
    bytes: file.bytes,
    created_at: file.createdAt,
    filename: file.filename,
    FileType: file.fileType,
    Processed: status === "COMPLETED",
    purpose: file.purpose,
    processing_status: status,
    status: status === "COMPLETED" ? "processed" : openaiStatus(status),
    ...(file.report === null ? {} : { validation_report: file.report }),
  };
}

function openaiStatus(status: ProcessingStatus): string {
  return status === "FAILED" || status === "INVALID_FORMAT" ? "error" : "uploaded";
}

/** A file that was announced and has no bytes yet. */
export function announcedView({ id, notice, createdAt }: UploadTicket): object {
  return {
    id,
    object: "file",
    bytes: 0,
    created_at: createdAt,
    filename: notice.filename,
    FileType: notice.fileType,
    Processed: false,
    purpose: notice.purpose,
    processing_status: "PENDING",
    status: "uploaded",
  };
}
