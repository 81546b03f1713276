/** Bytes as the browser holds a file: handed on without being copied, and read where they are needed. */
export const blobOf = (bytes) => new Blob([bytes]);
