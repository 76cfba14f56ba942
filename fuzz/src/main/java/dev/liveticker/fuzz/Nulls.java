package dev.liveticker.fuzz;

import java.lang.reflect.RecordComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks for an absent value where a record promises one. */
public final class Nulls {

    private Nulls() {}

    /** @throws AssertionError that names the component, if one that is not {@code @Nullable} is null, however deep */
    public static void none(Object value) throws ReflectiveOperationException {
        if (value instanceof List<?> list) {
            for (Object each : list) {
                none(each);
            }
        } else if (value instanceof Record) {
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                Object held = component.getAccessor().invoke(value);
                boolean absentAllowed = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
                Claim.that(
                        held != null || absentAllowed,
                        () -> component.getName() + " is missing in " + value + ", which must have one or be refused");
                if (held != null) {
                    none(held);
                }
            }
        }
    }
}
