package org.penguinfit.likelihoods.expression;

/** A complex value as two nodes of a graph; the imaginary one is the constant 0 for a real value. */
record ComplexNode(int re, int im) {}
