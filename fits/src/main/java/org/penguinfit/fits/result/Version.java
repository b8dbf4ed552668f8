package org.penguinfit.fits.result;

/** The version of this program, as in its JAR's manifest. */
public final class Version {
    private Version() {}

    /** Such as {@code 0.1.0}; {@code development} when run from class folders. */
    public static String current() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
