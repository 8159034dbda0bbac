//! The names under which the fields stand in client lists (DOMAIN section 6).

use crate::workbook::Field;

/// The names of each field, separated by bars. `=` before a name: only as the whole heading. `~`: likewise, and a
/// little weaker than another column's full name (score 90). `?`: likewise, and only where nothing better is (75).
pub const NAMES: &[(Field, &str)] = &[
    (
        Field::Name,
        "company|company name|client|client name|customer|customer name|account name|=account|legal name|\
         organization|organisation|organization name|organisation name|business name|vendor name|\
         supplier name|partner name|facility name|firm|trade name|~name|~vendor|~supplier|~partner|公司名称|\
         公司|客户名称|企业名称|单位名称|客户|~名称|全称|公司全称|客户全称|企业全称|单位|название|\
         наименование|компания|клиент|контрагент|организация|наименование контрагента|название компании|\
         наименование организации|наименование клиента|юрлицо|юридическое лицо|заказчик|покупатель",
    ),
    (
        Field::Type,
        "=type|customer type|client type|account type|company type|=segment|customer segment|=category|\
         customer category|=size|company size|ownership|客户类型|客户类别|分类|企业性质|规模|客户性质|\
         企业类型|=тип|тип клиента|тип контрагента|=категория|категория клиента|=сегмент|форма собственности",
    ),
    (
        Field::Industry,
        "industry|sector|vertical|行业|所属行业|行业划分|主营业务|行业类别|отрасль|сфера деятельности|оквэд|\
         вид деятельности",
    ),
    (
        Field::Contact,
        "contact|contact person|key contact|contact name|primary contact|?name|联系人|客户联系人|姓名|\
         联系人姓名|контактное лицо|контакт|фио|лпр|фио контактного лица|представитель",
    ),
    (Field::Position, "position|=title|job title|职务|职位|岗位|должность|=роль"),
    (
        Field::Phone,
        "phone|tel|mobile|phone number|telephone|telephone number|mobile number|cell phone|contact number|\
         电话|联系电话|手机|手机号|手机号码|座机|座机电话|电话号码|联系方式|телефон|тел|моб|сотовый|\
         номер телефона|моб телефон|мобильный",
    ),
    (
        Field::Email,
        "email|e-mail|mail|email address|e-mail address|邮箱|电子邮件|客户邮箱|电子邮箱|邮件|почта|эл почта|\
         электронная почта|емейл|имейл",
    ),
    (
        Field::Address,
        "address|street address|street|physical address|postal address|地址|公司地址|详细地址|联系地址|адрес|\
         юр адрес|факт адрес|юридический адрес|фактический адрес",
    ),
    (
        Field::Region,
        "region|state|province|city|state or province|territory|地区|区域|客户区域|省份|城市|所在地|省市|\
         所在地区|регион|область|город|населенный пункт",
    ),
    (Field::Country, "country|country name|国家|国别|страна"),
    (
        Field::Employees,
        "employees|headcount|number of employees|employee count|=staff|no of employees|员工数|员工数量|人数|\
         从业人员|员工人数|职工人数|сотрудники|кол-во сотрудников|количество сотрудников|число сотрудников|\
         численность|ссч|среднесписочная численность|численность сотрудников|штат",
    ),
    (
        Field::Turnover,
        "annual revenue|turnover|company revenue|annual turnover|client revenue|年营业额|年销售额|营业额|\
         年营业收入|企业营收|годовой оборот|выручка компании|оборот компании|годовая выручка|выручка клиента|\
         оборот",
    ),
    (Field::Assets, "total assets|=assets|balance sheet total|资产总额|总资产|активы|сумма активов|валюта баланса"),
    (
        Field::Revenue,
        "=sales|our revenue|=amount|purchases|ltm|sales amount|total sales|sales revenue|purchase amount|\
         net sales|sales ltm|revenue ltm|销售额|采购额|成交金额|累计金额|合作金额|销售金额|采购金额|=сумма|\
         продажи|сумма покупок|сумма продаж|отгрузки|объем закупок|сумма отгрузок|наша выручка|объем продаж",
    ),
    (
        Field::Margin,
        "margin|gross margin|gm|=profit|profit margin|毛利|毛利率|利润|利润率|маржа|маржинальность|=прибыль|\
         рентабельность|наценка|markup|加价率",
    ),
    (
        Field::Orders,
        "orders|order count|transactions|number of orders|no of orders|orders count|订单数|订单数量|采购次数|\
         下单次数|订单量|кол-во заказов|количество заказов|число сделок|число заказов|кол-во сделок|\
         количество сделок|заказов",
    ),
    (
        Field::FirstOrder,
        "first order|customer since|client since|=created|first order date|first purchase|\
         date of first order|首单日期|首次合作|初次备案日期|首次下单|首次采购日期|合作开始日期|\
         первая покупка|дата первого заказа|дата первой покупки|клиент с|дата первой отгрузки|первый заказ",
    ),
    (
        Field::LastOrder,
        "last order|last purchase|last order date|last purchase date|date of last order|latest order|\
         最近下单|最后成交|最近采购日期|最近下单日期|最后下单日期|最后成交日期|последняя покупка|\
         дата последней отгрузки|дата последнего заказа|дата последней покупки|последний заказ|\
         последняя отгрузка",
    ),
    (
        Field::Stage,
        "stage|=status|lifecycle stage|deal stage|client status|customer status|阶段|状态|客户状态|跟进阶段|\
         этап|стадия|=статус|статус клиента",
    ),
    (
        Field::Manager,
        "manager|=owner|account owner|account manager|sales rep|coordinator|salesperson|sales representative|\
         sales manager|业务员|业务负责人|跟进人|客户经理|销售|销售员|销售代表|销售经理|менеджер|\
         ответственный|куратор|ответственный менеджер",
    ),
    (Field::Source, "=source|lead source|=channel|来源|客户来源|渠道|=источник|источник клиента|канал|источник лида"),
    (Field::Notes, "notes|note|remarks|comments|comment|memo|备注|说明|描述|примечание|комментарий|заметки"),
    (
        Field::TaxId,
        "tax id|vat|vat no|vat number|vat id|registration no|tax number|tin|ein|统一社会信用代码|税号|\
         信用代码|纳税人识别号|инн|инн/кпп|инн кпп",
    ),
    (Field::RegisterNumber, "огрн|огрнип|company number|company registration number|注册号|工商注册号"),
    (
        Field::Code,
        "account number|account no|account num|account id|account code|customer id|client id|customer number|\
         client number|customer no|client no|customer code|client code|~id|~code|account #|客户编号|客户编码|\
         客户代码|客户id|~编号|~код|код клиента|код контрагента|номер клиента|id клиента|лицевой счет",
    ),
    (Field::Churn, "churn|churn rate|流失率|отток"),
    (
        Field::CreditDays,
        "payment terms|credit days|credit period|payment days|账期|信用期|отсрочка|отсрочка платежа|\
         отсрочка дней",
    ),
    (
        Field::Debt,
        "=debt|receivables|accounts receivable|outstanding balance|balance due|应收款|应收账款|欠款|\
         дебиторка|дебиторская задолженность|задолженность|=долг",
    ),
];

/// Theirs or ours: the heading alone does not say.
pub const WHOSE_REVENUE: &str = "revenue|营业收入|营收|выручка|total revenue|收入|income|доход";

/// The client's contact or our manager.
pub const CONTACT_OR_MANAGER: &str = "负责人";

/// Mark-ups μ, kept as margins μ/(1+μ).
pub const MARKUPS: &str = "наценка|markup|mark-up|加价率";

/// Numbers that name something and are never summed.
pub const IDENTIFIERS: &str = "id|code|number|no|num|nbr|zip|postal|postcode|phone|fax|account|acct|sku|bol|invoice|ref|код|номер|\
         индекс|артикул|счет|инн|кпп|编号|号|号码|代码|邮编|year|год";

/// Amounts of money.
pub const AMOUNTS: &str = "price|amount|revenue|sales|cost|total|usd|eur|rub|cny|rmb|salary|budget|limit|цена|сумма|стоимость|\
         бюджет|руб|выручка|лимит|价|价格|单价|金额|费用|成本|预算|元|额";
