/** Tests of import and export. */
package org.penguinfit.measurements.exchange;
