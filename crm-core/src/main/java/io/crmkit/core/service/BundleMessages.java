package io.crmkit.core.service;

import jakarta.validation.MessageInterpolator;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Messages from this library's bundle, with {@code {max}} and the like filled in; needs no expression language. */
final class BundleMessages implements MessageInterpolator {

    private static final Pattern PARAMETER = Pattern.compile("\\{([\\w.]+)}");

    @Override
    public String interpolate(String template, Context context) {
        return interpolate(template, context, Locale.ROOT);
    }

    @Override
    public String interpolate(String template, Context context, Locale locale) {
        ResourceBundle bundle = ResourceBundle.getBundle("io.crmkit.core.service.Messages", locale);
        Map<String, Object> attributes = context.getConstraintDescriptor().getAttributes();
        String worded =
                replaced(template, name -> bundle.containsKey(name) ? bundle.getString(name) : "{" + name + "}");
        return replaced(worded, name -> String.valueOf(attributes.getOrDefault(name, "{" + name + "}")));
    }

    private static String replaced(String text, java.util.function.UnaryOperator<String> byName) {
        return PARAMETER
                .matcher(text)
                .replaceAll(parameter -> Matcher.quoteReplacement(byName.apply(parameter.group(1))));
    }
}
