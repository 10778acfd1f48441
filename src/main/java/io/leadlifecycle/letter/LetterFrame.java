package io.leadlifecycle.letter;

import org.springframework.web.util.HtmlUtils;

/** The page around a mail's body: one column for a phone, and the line that inboxes show beside it. */
final class LetterFrame {

  private static final String PAGE = """
      <!doctype html>
      <html lang="%s">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%s</title>
      </head>
      <body style="margin:0;padding:0;background:#f3f4f6">
      <div style="display:none;max-height:0;overflow:hidden">%s</div>
      <div style="max-width:600px;margin:0 auto;padding:24px 20px;background:#ffffff;color:#1f2933;\
      font:16px/1.5 -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;overflow-wrap:anywhere">
      %s</div>
      </body>
      </html>
      """;

  private LetterFrame() {}

  static String around(String body, String subject, String preheader, String language) {
    return PAGE.formatted(language, escaped(subject), escaped(preheader), body);
  }

  private static String escaped(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }
}
