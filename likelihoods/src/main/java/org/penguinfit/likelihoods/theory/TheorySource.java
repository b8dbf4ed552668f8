package org.penguinfit.likelihoods.theory;

/**
 * A file a theory was read from.
 *
 * @param file as the user named it, or its path among the packed files
 * @param sha256 digest of its bytes, 64 hexadecimal digits
 * @param title its title, may be empty
 * @param reference the publication its formulas come from, may be empty
 */
public record TheorySource(String file, String sha256, String title, String reference) {}
