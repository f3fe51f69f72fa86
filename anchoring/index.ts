export * from './blocks.ts';
export * from './locators.ts';
export * from './marks.ts';
export * from './passages.ts';
export * from './quote.ts';
export * from './reanchor.ts';
export * from './return.ts';
export * from './text.ts';
