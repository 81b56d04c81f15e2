/** What the upload island says; handed in by the server, so that no catalogue goes to browsers. */
export interface UploadTexts {
  about: string;
  choose: string;
  drop: string;
  limits: string;
  sending: string;
  waiting: string;
  checking: string;
  done: string;
  duplicate: string;
  cancel: string;
  cancelled: string;
  retry: string;
  offline: string;
  failed: string;
  signedOut: string;
  tooLarge: string;
  emptyFile: string;
}
