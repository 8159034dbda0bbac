//! The headings of sales ledgers: what a column says of one order line.

use super::headings::{Heading, key_of};

/// What a column of a ledger may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinePart {
    /// What the line comes to.
    Amount,
    /// The day of the order.
    Date,
    /// The number of the order or the invoice.
    Order,
    Quantity,
    /// What one piece costs.
    Price,
    Product,
}

/// Whole headings of each language, the surest first: 100, and one less for each place. A line's total is surer than
/// a plain amount.
const AMOUNTS: &str = "line total|total price|ext price|extended price|ext amount|extended amount|total amount|\
    line amount|order total|invoice total|items total|net amount|net total|net sales|sales amount|total sales|\
    invoice amount|order amount|subtotal|total value|total|amount|sales|sum|order value|sales value|revenue|value|\
    turnover|gross amount|amount paid|paid amount|amount due|paid|payment|price total;\
    金额合计|合计金额|总金额|订单金额|订单总额|销售金额|销售额|成交金额|采购金额|金额|总价|价税合计|应收金额|\
    实付金额|开票金额|合同金额|小计|合计|总额|营业额|收入;\
    сумма заказа|сумма продажи|сумма продаж|сумма отгрузки|сумма счета|сумма строки|сумма с ндс|сумма без ндс|\
    сумма|сумма руб|итого|всего|стоимость|общая стоимость|продажи|выручка|отгружено|отгрузка|оплата|сумма оплаты";

const DATES: &str = "order date|invoice date|date of order|sale date|sales date|date of sale|transaction date|\
    purchase date|date|posting date|document date|doc date|ship date|shipped date|shipping date|delivery date|\
    dispatch date|order day|day|time|created at|payment date|period|month;\
    订单日期|下单日期|销售日期|成交日期|开票日期|发票日期|日期|交易日期|购买日期|采购日期|出库日期|发货日期|\
    交货日期|下单时间|付款日期|时间;\
    дата заказа|дата продажи|дата отгрузки|дата счета|дата накладной|дата документа|дата реализации|дата|\
    дата операции|дата поставки|дата оплаты|период|месяц";

const ORDERS: &str = "order number|order no|order id|orderid|order nbr|order num|order #|order|invoice number|\
    invoice no|invoice id|invoice #|invoice|po number|sales order|document number|doc no|document no|transaction id|\
    receipt no|bill no;订单号|订单编号|订单|单号|单据编号|单据号|发票号|发票号码|销售单号|合同编号|合同号|流水号;\
    номер заказа|№ заказа|заказ|номер счета|№ счета|счет|номер накладной|накладная|номер документа|документ|\
    № документа|id заказа|реализация";

const QUANTITIES: &str = "quantity|qty|qnty|units|units sold|pieces|pcs|order quantity|qty sold;数量|销量|件数|\
    销售数量|订购数量;количество|кол во|кол-во|шт|объем";

const PRICES: &str = "unit price|price|price each|price per unit|unit cost|list price|rate;单价|价格|销售单价;\
    цена|цена за единицу|цена за шт|цена за ед";

const PRODUCTS: &str = "product|product name|item|item name|sku|product code|product id|item code|article|\
    description|goods|service|material|part number|stock code;产品|产品名称|商品|商品名称|货品|品名|物料|规格型号|\
    产品编号;товар|номенклатура|наименование товара|продукт|артикул|услуга|наименование номенклатуры";

/// A heading with one of these is not what the line comes to.
const NOT_AMOUNTS: &str = "unit|each|tax|vat|ндс|налог|税|税额|税率|rate|cost|себестоимость|成本|margin|маржа|毛利|\
    profit|прибыль|利润|discount|скидка|折扣|qty|quantity|количество|count|id|code|код|number|номер|limit|лимит|%|\
    balance|остаток|budget|бюджет|target|план|plan|freight|shipping|fee|weight|вес";
const AMOUNT_WORDS: &str = "total|amount|sum|subtotal|revenue|сумма|стоимость|итого|выручка|金额|总额|总价|销售额";
const DATE_WORDS: &str = "date|дата|日期";

/// A whole heading has at least this score; one that has a telling word has less.
pub const WHOLE: u8 = 50;
const WORD: u8 = 40;

/// How well a heading names a part of an order line: 0 for not at all, to 100.
pub fn score(heading: &Heading, part: LinePart) -> u8 {
    let (names, words, against) = match part {
        LinePart::Amount => (AMOUNTS, AMOUNT_WORDS, NOT_AMOUNTS),
        LinePart::Date => (DATES, DATE_WORDS, ""),
        LinePart::Order => (ORDERS, "", ""),
        LinePart::Quantity => (QUANTITIES, "", ""),
        LinePart::Price => (PRICES, "", ""),
        LinePart::Product => (PRODUCTS, "", ""),
    };
    if heading.key.is_empty() {
        return 0;
    }
    let own = without_currency(&heading.key);
    let is_own = |name: &str| {
        let name = key_of(name);
        name == heading.key || name == own
    };
    let place = names.split(';').find_map(|language| language.split('|').position(is_own));
    match place {
        Some(place) => 100 - (place.min(50) as u8),
        None if words.is_empty() || !heading.has_word(words) => 0,
        None if !against.is_empty() && heading.has_word(against) => 0,
        None => WORD,
    }
}

/// A heading such as `TOTAL_PRICE_USD` without its currency.
fn without_currency(key: &str) -> &str {
    const CURRENCIES: [&str; 12] =
        ["usd", "eur", "rub", "cny", "rmb", "gbp", "chf", "руб", "рублей", "人民币", "元", "р"];
    let cut = CURRENCIES.iter().find_map(|currency| key.strip_suffix(currency));
    cut.filter(|rest| rest.chars().count() >= 2).unwrap_or(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The headings from the surest to the least.
    #[track_caller]
    fn check(part: LinePart, headings: &[&str]) {
        let scores: Vec<u8> = headings.iter().map(|heading| score(&Heading::new(heading), part)).collect();
        assert!(scores.iter().all(|score| *score > 0), "{headings:?} {scores:?}");
        assert!(scores.is_sorted_by(|left, right| left > right), "{headings:?} {scores:?}");
    }

    #[track_caller]
    fn no(part: LinePart, headings: &[&str]) {
        for heading in headings {
            assert_eq!(score(&Heading::new(heading), part), 0, "{heading}");
        }
    }

    #[test]
    fn a_lines_total_is_surer_than_what_was_paid() {
        check(LinePart::Amount, &["ext price", "Items total", "Amount", "Amount paid"]);
        check(LinePart::Amount, &["TOTAL_PRICE_USD", "Total"]);
        check(LinePart::Amount, &["订单金额", "销售额（万元）", "金额"]);
        check(LinePart::Amount, &["Сумма заказа", "Сумма, руб.", "Стоимость"]);
        no(
            LinePart::Amount,
            &["unit price", "UNIT_PRICE_USD", "Tax rate", "Total tax", "单价", "Цена", "Sales rep", "OrderNo"],
        );
    }

    #[test]
    fn the_day_of_the_order_is_surer_than_that_of_the_delivery() {
        check(LinePart::Date, &["Order date", "INVOICE_DATE", "date", "Ship date", "Date available"]);
        check(LinePart::Date, &["下单日期", "日期", "发货日期"]);
        check(LinePart::Date, &["Дата заказа", "Дата отгрузки", "Дата"]);
        no(LinePart::Date, &["Customer", "数量"]);
    }

    #[test]
    fn numbers_pieces_prices_and_goods_are_known() {
        check(LinePart::Order, &["OrderNo", "Invoice No."]);
        check(LinePart::Order, &["№ заказа", "Накладная"]);
        check(LinePart::Quantity, &["Quantity", "Qty"]);
        check(LinePart::Price, &["unit price", "Price"]);
        check(LinePart::Product, &["Product", "sku"]);
        for (part, headings) in [
            (LinePart::Quantity, ["数量", "Кол-во"]),
            (LinePart::Price, ["单价", "Цена"]),
            (LinePart::Product, ["产品名称", "Номенклатура"]),
        ] {
            for heading in headings {
                check(part, &[heading]);
            }
        }
        no(LinePart::Order, &["account number", "Quantity"]);
    }
}
