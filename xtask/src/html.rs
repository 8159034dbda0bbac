//! The few things that the finishing step needs to know about the page's HTML, which is our own and well-formed.

/// The contents of all scripts written in the page itself.
pub fn inline_scripts(html: &str) -> Vec<&str> {
    let mut scripts = Vec::new();
    let mut rest = html;
    while let Some((_, from_tag)) = rest.split_once("<script") {
        let Some((attributes, after)) = from_tag.split_once('>') else {
            break;
        };
        let Some((content, tail)) = after.split_once("</script>") else {
            break;
        };
        let has_source = attributes.split_whitespace().any(|attribute| attribute.starts_with("src="));
        if !has_source {
            scripts.push(content);
        }
        rest = tail;
    }
    scripts
}

/// Puts `line` first into the head. `None` when there is no head.
pub fn insert_first_in_head(html: &str, line: &str) -> Option<String> {
    let (before, after) = html.split_once("<head>")?;
    Some(format!("{before}<head>\n    {line}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<html><head>\n<script type=\"module\">\nstart();\n</script>\
        <script src=\"./a.js\"></script><script>two</script></head></html>";

    #[test]
    fn scripts_are_found_to_the_last_byte() {
        assert_eq!(inline_scripts(PAGE), ["\nstart();\n", "two"]);
        assert!(inline_scripts("<p>no scripts</p>").is_empty());
        assert!(inline_scripts("<script>cut off").is_empty());
    }

    #[test]
    fn the_head_begins_with_the_line() {
        let page = insert_first_in_head(PAGE, "<meta>");
        assert!(page.is_some_and(|page| page.starts_with("<html><head>\n    <meta>\n<script")));
        assert_eq!(insert_first_in_head("<p>", "<meta>"), None);
    }
}
