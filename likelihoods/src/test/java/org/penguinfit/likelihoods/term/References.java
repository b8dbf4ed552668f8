package org.penguinfit.likelihoods.term;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Numbers of independent programs; the script of the same name beside each file made it. */
final class References {
    private References() {}

    static JsonNode read(String file) {
        try (InputStream in = References.class.getResourceAsStream("/reference/" + file)) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static double[] vector(JsonNode array) {
        double[] vector = new double[array.size()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = array.get(i).asDouble();
        }
        return vector;
    }

    static double[][] matrix(JsonNode rows) {
        double[][] matrix = new double[rows.size()][];
        for (int i = 0; i < matrix.length; i++) {
            matrix[i] = vector(rows.get(i));
        }
        return matrix;
    }
}
