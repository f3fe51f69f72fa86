/** Pairs of a traditional character and its simplified ones, `繁 简|…`, as OpenCC has them. The package types its converters alone. */
declare module 'opencc-js/dict/TSCharacters' {
  const pairs: string;
  export default pairs;
}
