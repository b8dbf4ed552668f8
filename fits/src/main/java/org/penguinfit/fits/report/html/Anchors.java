package org.penguinfit.fits.report.html;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Ids of places of a page: made of names, unique, of letters, digits and hyphens alone. */
public final class Anchors {
    private final Map<String, String> known = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    /**
     * The id of a thing, the same at each call.
     *
     * @param kind such as {@code task}
     * @param name such as the id of the task
     */
    public String of(String kind, String name) {
        String key = kind + "\n" + name;
        String id = known.get(key);
        if (id == null) {
            id = unique(slug(kind + "-" + name));
            known.put(key, id);
        }
        return id;
    }

    private String unique(String slug) {
        String id = slug;
        for (int i = 2; !taken.add(id.toLowerCase(Locale.ROOT)); i++) {
            id = slug + "-" + i;
        }
        return id;
    }

    private static String slug(String text) {
        return text.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("-$", "");
    }
}
