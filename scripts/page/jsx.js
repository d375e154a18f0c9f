// Injected into the bundle of the page: the classic transform of JSX makes it smaller than Preact's JSX runtime does.
export { Fragment, h } from 'preact';
