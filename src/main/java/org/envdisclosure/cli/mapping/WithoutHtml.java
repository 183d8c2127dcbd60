package org.envdisclosure.cli.mapping;

import org.jsoup.Jsoup;

/** The text a browser would show: no tags, entities decoded, every run of white space one space. */
record WithoutHtml() implements Step.OfEach {

    @Override
    public String of(String value) {
        return Jsoup.parseBodyFragment(value).body().text();
    }
}
