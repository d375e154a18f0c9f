import { describe, expect, it } from '@jest/globals';
import { sceneGraph } from './scene-graph.js';

describe('sceneGraph', () => {
  const symbols = [
    { id: 'dream:being-chased', title: 'Being chased' },
    { id: 'dream:snake', title: 'Snake' },
  ];
  const emotions = [{ id: 'emotion:fear', title: 'Fear' }];
  const themes = [{ id: 'theme:pursuit', title: 'Pursuit' }];

  it('draws a theme with the icon of a symbol as that symbol, with its links', () => {
    const links = [
      { from: 'theme:pursuit', to: 'emotion:fear', weight: 0.7 },
      { from: 'dream:being-chased', to: 'theme:pursuit', weight: 0.9 },
    ];
    const graph = sceneGraph({ symbols, emotions, themes, links }, new Map());
    expect(graph.nodes.map(({ id }) => id)).toEqual(['dream:being-chased', 'dream:snake', 'emotion:fear']);
    expect(graph.links).toEqual([{ from: 'dream:being-chased', to: 'emotion:fear', weight: 0.7 }]);
  });

  it('draws a theme that is not linked to the symbol with its icon', () => {
    const graph = sceneGraph({ symbols, themes, links: [] }, new Map());
    expect(graph.nodes.map(({ id }) => id)).toEqual(['dream:being-chased', 'dream:snake', 'theme:pursuit']);
  });

  it('draws other themes', () => {
    const graph = sceneGraph({ symbols: symbols.slice(1), themes }, new Map());
    expect(graph.nodes.map(({ group }) => group)).toEqual(['symbol', 'theme']);
  });
});
