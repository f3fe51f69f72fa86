/** The style sheet of an exported page: the window's paper and ink, a measure of about 70 characters, and print. */
export const pageStyle = `
:root { color-scheme: light dark; --paper: #fbfaf7; --ink: #1c1b19; --ink-2: #5c5852; --line: #dedad2; }
@media (prefers-color-scheme: dark) { :root { --paper: #171615; --ink: #e6e2da; --ink-2: #a8a298; --line: #3a3733; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 17px/1.6 "Source Serif 4", Georgia, "Noto Serif", serif; }
main { max-width: 42rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; overflow-wrap: anywhere; }
h1, h2, dl, .spheres, .facts, header p { font-family: Inter, system-ui, sans-serif; }
h1 { font-size: 1.5rem; line-height: 1.25; }
h2 { margin: 3rem 0 0.75rem; padding-top: 1rem; border-top: 1px solid var(--line); font-size: 1.15rem; line-height: 1.3; }
header p, dl, .facts { color: var(--ink-2); font-size: 0.8rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 0.75rem; margin: 0 0 1rem; }
dd { margin: 0; }
article { margin: 1.75rem 0; break-inside: avoid; }
blockquote { margin: 0 0 0.5rem; padding-left: 1rem; border-left: 3px solid var(--line); white-space: pre-wrap; }
.spheres { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; margin: 0 0 0.5rem; padding: 0; list-style: none; font-size: 0.8rem; }
.spheres li::before { content: ""; display: inline-block; width: 0.7em; height: 0.7em; margin-right: 0.4em; border: 1px solid var(--ink-2); border-radius: 50%; background: var(--sphere, transparent); }
.note { padding-left: 1rem; }
.note > :first-child { margin-top: 0; }
pre { white-space: pre-wrap; font-size: 0.85rem; }
a { color: inherit; }
@media print { :root { --paper: #fff; --ink: #000; --ink-2: #444; --line: #bbb; } .spheres li::before { print-color-adjust: exact; } }
`;
