package org.penguinfit.fits.cli;

/** The command line of Penguinfit. */
public final class Penguinfit {
    private Penguinfit() {}

    public static void main(String[] args) {
        System.out.println("not yet");
    }
}
