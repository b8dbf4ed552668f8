package org.penguinfit.fits.plot.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.fits.plot.Figure;
import org.penguinfit.fits.plot.Mark;
import org.penguinfit.measurements.document.ListNode;
import org.penguinfit.measurements.document.MapNode;
import org.penguinfit.measurements.document.Node;
import org.penguinfit.measurements.document.ScalarNode;

/**
 * A {@link Figure} as JSON and back. Records become objects with the names of their components, a {@link Mark} with its
 * kind under {@code mark}; words of enums are small; an unknown coordinate is null, an infinite one {@code "inf"}.
 */
public final class PictureJson {
    private static final String INFINITE = "inf";

    private PictureJson() {}

    /** Writes a picture as one object. */
    public static void write(JsonGenerator json, Figure figure) throws IOException {
        writeValue(json, figure);
    }

    /**
     * Reads a picture.
     *
     * @throws IllegalArgumentException if the object is none; the message says where
     */
    public static Figure read(MapNode node) {
        return (Figure) readRecord(node, Figure.class);
    }

    private static void writeValue(JsonGenerator json, @Nullable Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Record entry) {
            writeRecord(json, entry);
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object item : list) {
                writeValue(json, item);
            }
            json.writeEndArray();
        } else if (value instanceof Vector vector) {
            json.writeStartArray();
            for (int i = 0; i < vector.size(); i++) {
                writeNumber(json, vector.get(i));
            }
            json.writeEndArray();
        } else if (value instanceof Double number) {
            writeNumber(json, number);
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value instanceof Enum<?> word) {
            json.writeString(word(word));
        } else {
            json.writeString(value.toString());
        }
    }

    private static void writeNumber(JsonGenerator json, double number) throws IOException {
        if (Double.isFinite(number)) {
            json.writeNumber(number);
        } else if (Double.isNaN(number)) {
            json.writeNull();
        } else {
            json.writeString(number > 0 ? INFINITE : "-" + INFINITE);
        }
    }

    private static void writeRecord(JsonGenerator json, Record entry) throws IOException {
        json.writeStartObject();
        if (entry instanceof Mark) {
            json.writeStringField("mark", entry.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        }
        for (RecordComponent component : entry.getClass().getRecordComponents()) {
            json.writeFieldName(component.getName());
            writeValue(json, get(component, entry));
        }
        json.writeEndObject();
    }

    private static @Nullable Object get(RecordComponent component, Record entry) {
        try {
            return component.getAccessor().invoke(entry);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("a component of " + entry.getClass(), e);
        }
    }

    private static @Nullable Object readValue(@Nullable Node node, Type type) {
        if (node == null || (node instanceof ScalarNode s && s.kind() == ScalarNode.Kind.NULL)) {
            return null;
        }
        if (type instanceof ParameterizedType list && node instanceof ListNode items) {
            List<@Nullable Object> read = new ArrayList<>();
            for (Node item : items.items()) {
                read.add(readValue(item, list.getActualTypeArguments()[0]));
            }
            return read;
        }
        Class<?> wanted = (Class<?>) type;
        if (wanted == Vector.class && node instanceof ListNode items) {
            return Vector.of(items.items().stream()
                    .mapToDouble(item -> item instanceof ScalarNode s ? number(s) : Double.NaN)
                    .toArray());
        }
        if (node instanceof MapNode map && (wanted == Mark.class || wanted.isRecord())) {
            return readRecord(map, wanted);
        }
        if (node instanceof ScalarNode scalar) {
            return readScalar(scalar, wanted);
        }
        throw new IllegalArgumentException(node.place() + ": no " + wanted.getSimpleName());
    }

    private static double number(ScalarNode scalar) {
        if (scalar.kind() == ScalarNode.Kind.NULL) {
            return Double.NaN;
        }
        return switch (scalar.text()) {
            case INFINITE -> Double.POSITIVE_INFINITY;
            case "-" + INFINITE -> Double.NEGATIVE_INFINITY;
            default -> scalar.number();
        };
    }

    private static Object readScalar(ScalarNode scalar, Class<?> wanted) {
        if (wanted == String.class) {
            return scalar.text();
        } else if (wanted == double.class || wanted == Double.class) {
            return number(scalar);
        } else if (wanted == int.class) {
            return (int) scalar.number();
        }
        for (Object constant : wanted.isEnum() ? wanted.getEnumConstants() : new Object[0]) {
            if (word((Enum<?>) constant).equals(scalar.text())) {
                return constant;
            }
        }
        throw new IllegalArgumentException(scalar.place() + ": no " + wanted.getSimpleName());
    }

    private static Object readRecord(MapNode map, Class<?> wanted) {
        Class<?> type = wanted == Mark.class ? kind(map) : wanted;
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        @Nullable Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = readValue(map.get(components[i].getName()), components[i].getGenericType());
            if (values[i] == null && types[i] == double.class) {
                values[i] = Double.NaN;
            }
        }
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new IllegalArgumentException(map.place() + ": no " + type.getSimpleName(), e);
        }
    }

    private static Class<?> kind(MapNode map) {
        for (Class<?> kind : Mark.class.getPermittedSubclasses()) {
            if (map.get("mark") instanceof ScalarNode word
                    && kind.getSimpleName().toLowerCase(Locale.ROOT).equals(word.text())) {
                return kind;
            }
        }
        throw new IllegalArgumentException(map.place() + ".mark: no kind of mark");
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
