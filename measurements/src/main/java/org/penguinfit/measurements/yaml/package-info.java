/**
 * Reads measurement files, ours ({@code measurements/1}) and flavio's, and the packed library. Start with
 * {@link org.penguinfit.measurements.yaml.MeasurementLoader}; one value string alone, such as {@code 2.3 ± 0.5 e-5}, is read
 * by {@link org.penguinfit.measurements.yaml.ValueString}.
 */
@NullMarked
package org.penguinfit.measurements.yaml;

import org.jspecify.annotations.NullMarked;
