package org.penguinfit.fits.cli;

/** The output folder cannot be written. */
final class OutputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutputException(String message, Exception cause) {
        super(message, cause);
    }
}
