import type { SampleArticle } from '../article.ts';

export const northernSeaRoute: SampleArticle = {
  fileName: 'northern-sea-route.md',
  reliability: 'C',
  markdown: `---
title: The Northern Sea Route after the transit boom that never came
author: Armillary sample
publisher: Armillary
date: 2025-06-16
lang: en
---

# The Northern Sea Route after the transit boom that never came

For two decades the Northern Sea Route has been described as a shortcut waiting for the ice to leave. Between Rotterdam and Yokohama it is roughly a third shorter than the way through Suez. Yet the ships that fill it today are seldom bound from one ocean to the other: they carry Russian gas, oil and ore out of the Arctic, and building materials in.

## What the tonnage says

Cargo on the route rose from about 4 million tonnes in 2014 to nearly 38 million in 2024. Most of that growth has one address: the port of Sabetta, where Yamal LNG loaded its first cargo in December 2017. The official target of 80 million tonnes for 2024 was missed by more than half.

Transit, the business that maps of the route usually advertise, came to about 3 million tonnes in 2024. The reasons are commercial before they are political:

- the season for ordinary ships is short and its edges are hard to forecast;
- there are few ports on the way where a container line could load or unload;
- insurers price ice, distance from rescue and sanctions separately, and add them up.

Sanctions changed who can use the route more than whether it is used. The second large gas project, Arctic LNG 2, was designated by the United States in November 2023, and for months its cargoes found no open buyer. Ice-class carriers ordered from foreign yards were cancelled or delayed, which turned shipbuilding into the narrowest part of the whole chain.

## Whose rules

Article 234 of the Law of the Sea Convention lets a coastal state set non-discriminatory rules against pollution in ice-covered waters of its exclusive economic zone. Russia rests its permit system on that article and on a claim that several straits are internal waters; the United States accepts neither reading. As the ice retreats, the legal ground of the permit system thins together with it, and the question whether summer water is still ice-covered stops being academic.

China took a different path. Its 2018 white paper called the country a near-Arctic state and spoke of a Polar Silk Road, while its shipowners sent trial voyages rather than regular lines. Beijing gains experience, data and a say, and leaves most of the fixed cost to its neighbour.

## The people along the route

The coast is not empty. On the Yamal peninsula Nenets families still move reindeer herds hundreds of kilometres between winter and summer pastures, across rails and pipelines that were laid for the gas fields. Crossing points have been agreed at several places, but pasture taken by a terminal does not come back. Six organisations of Indigenous peoples sit in the Arctic Council as Permanent Participants; when seven member states paused their work with Russia in March 2022, they lost a table at which they had spoken to all eight governments at once.

## Assessment

The route will probably keep growing as an export corridor for a few resource projects, and stay marginal as a passage between Asia and Europe until at least the end of the decade. Three signs would change that view: a regular container service that survives two winters, ice-class ships delivered on time, and insurance quoted without a war or sanctions premium.
`,
  note: `**Why it is in the library.** Baseline on Arctic shipping.

- tonnage figures are official Russian ones; check them against satellite tracking
- the assessment at the end is the author's: do not cite it as fact`,
  passages: [
    {
      quote: 'Cargo on the route rose from about 4 million tonnes in 2014 to nearly 38 million in 2024.',
      spheres: ['economic'],
      note: 'Ninefold in ten years, but from almost nothing. Compare with Suez: well over a billion tonnes in a normal year.',
    },
    {
      quote: 'Most of that growth has one address: the port of Sabetta, where Yamal LNG loaded its first cargo in December 2017.',
      spheres: ['economic', 'energy'],
    },
    {
      quote: 'insurers price ice, distance from rescue and sanctions separately, and add them up',
      spheres: ['economic', 'geopolitical'],
    },
    {
      quote:
        'Sanctions changed who can use the route more than whether it is used. The second large gas project, Arctic LNG 2, was designated by the United States in November 2023, and for months its cargoes found no open buyer.',
      spheres: ['geopolitical'],
      note: 'Key judgement. Look for ship-to-ship transfers after autumn 2024.',
    },
    {
      quote: 'Arctic LNG 2, was designated by the United States in November 2023, and for months its cargoes found no open buyer',
      spheres: ['energy'],
    },
    {
      quote: 'As the ice retreats, the legal ground of the permit system thins together with it',
      spheres: ['geopolitical'],
    },
    {
      quote: 'Beijing gains experience, data and a say, and leaves most of the fixed cost to its neighbour.',
      spheres: ['economic', 'geopolitical'],
    },
    {
      quote:
        'On the Yamal peninsula Nenets families still move reindeer herds hundreds of kilometres between winter and summer pastures, across rails and pipelines that were laid for the gas fields.',
      spheres: ['cultural', 'energy'],
      note: 'The same square kilometre is pasture and gas field. Good opening for the chapter on Indigenous participation.',
    },
  ],
};
