import type { DragEvent } from 'react';
import type { DocumentSummary } from '../../contract/index.ts';
import { namesOf } from './document-actions.ts';

/** What a drag of documents is called; the documents themselves stay in the window, of which there may be thousands. */
export const draggedDocuments = 'application/x-armillary-documents';

let dragged: readonly DocumentSummary[] = [];

/** Begins to drag documents. The pointer carries a title, or how many they are. */
export function drag(event: DragEvent, documents: readonly DocumentSummary[], className: string): void {
  dragged = documents;
  event.dataTransfer.setData(draggedDocuments, 'documents');
  event.dataTransfer.effectAllowed = 'all';
  const carried = document.createElement('div');
  carried.className = className;
  carried.textContent = namesOf(documents);
  document.body.append(carried);
  event.dataTransfer.setDragImage(carried, -8, -8);
  // The browser has taken its picture by then.
  requestAnimationFrame(() => carried.remove());
}

export function whatIsDragged(): readonly DocumentSummary[] {
  return dragged;
}
