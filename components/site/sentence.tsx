import { createElement, Fragment, type ReactNode } from 'react'

/** A sentence of the interface words, with the elements that stand in it. */
export const Sentence = ({ parts }: { parts: ReactNode[] }) => createElement(Fragment, null, ...parts)
