package io.crmkit.core.service;

import jakarta.validation.MessageInterpolator;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Messages from this library's bundles, with {@code {max}} and the like filled in; needs no expression language. */
final class BundleMessages implements MessageInterpolator {

    /** The languages there is a bundle of besides English, which every other locale gets, whatever the JVM's own is. */
    static final Set<String> LANGUAGES = Set.of("it");

    private static final String BUNDLE = "io.crmkit.core.service.Messages";
    private static final Pattern PARAMETER = Pattern.compile("\\{([\\w.]+)}");

    @Override
    public String interpolate(String template, Context context) {
        return interpolate(template, context, Locale.ROOT);
    }

    @Override
    public String interpolate(String template, Context context, Locale locale) {
        return worded(template, context.getConstraintDescriptor().getAttributes(), locale);
    }

    /** Puts a template into the words of a locale. */
    static String worded(String template, Map<String, Object> attributes, Locale locale) {
        ResourceBundle bundle = bundle(locale);
        String worded =
                replaced(template, name -> bundle.containsKey(name) ? bundle.getString(name) : "{" + name + "}");
        return replaced(worded, name -> String.valueOf(attributes.getOrDefault(name, "{" + name + "}")));
    }

    /* asked for by a language that exists, so that the JVM's own locale is never fallen back on */
    static ResourceBundle bundle(Locale locale) {
        String language = locale.getLanguage();
        return ResourceBundle.getBundle(
                BUNDLE, LANGUAGES.contains(language) ? Locale.forLanguageTag(language) : Locale.ROOT);
    }

    private static String replaced(String text, UnaryOperator<String> byName) {
        return PARAMETER
                .matcher(text)
                .replaceAll(parameter -> Matcher.quoteReplacement(byName.apply(parameter.group(1))));
    }
}
