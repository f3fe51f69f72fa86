/** What the sample notebook's own note says. */
export const notebookNote = `# About this sample

Three short articles, in English, Russian and Chinese, with passages already tagged by sphere. Everything in them can be edited, retagged or removed.

**Things to try**

- select a sentence and press 1, 2 or 3
- search for *sanctions*, *плотина* or 稀土
- export the tagged notes and compare what the three articles say on **energy**

A thread that runs through all three: the bottleneck is rarely the resource itself. It is ships in the Arctic, reservoirs in Central Asia, separation plants for rare earths.
`;
