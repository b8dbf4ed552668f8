package org.penguinfit.measurements;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.penguinfit.measurements.CorrelatedResult.Component;

/** Results in the words of their files; rows of a block that is stated as a whole with their total uncertainty. */
public final class PublishedText {
    private PublishedText() {}

    /** One text per observable of a result. */
    public static List<String> of(PublishedResult result) {
        if (result instanceof CorrelatedResult block) {
            return of(block.components());
        }
        return result instanceof JoinedResult joined
                ? of(joined.components())
                : List.of(result.quotation().text());
    }

    /** One text per component. */
    public static List<String> of(List<Component> components) {
        boolean together = isStatedTogether(components);
        List<String> texts = new ArrayList<>();
        for (Component component : components) {
            texts.add(together ? stated(component) : component.quotation().text());
        }
        return texts;
    }

    /** True for one block of keys, whose text would be long and the same for every component. */
    private static boolean isStatedTogether(List<Component> components) {
        return components.size() > 1
                && components.get(0).quotation().equals(components.get(1).quotation());
    }

    private static String stated(Component component) {
        Uncertainty total = component.total();
        return shortest(component.central())
                + (total.isSymmetric()
                        ? " ± " + digits(total.plus())
                        : " +" + digits(total.plus()) + " -" + digits(total.minus()));
    }

    /** A total made in quadrature has no digits of its own; four say all. */
    private static String digits(double sigma) {
        return shortest(BigDecimal.valueOf(sigma).round(new MathContext(4)).doubleValue());
    }

    /** Shortest text that reads back to the number, without a trailing {@code .0}. */
    public static String shortest(double value) {
        String text = Double.toString(value).replace(".0E", "E").replace('E', 'e');
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
